import assert from 'node:assert/strict';
import { drivesOf } from '../../../../../customer-host/tools/files/browse.ts';

describe('the drives of a computer with Linux', () => {
  it('are the disks that people use, by their names, and none of the system’s own', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0',
      'proc /proc proc rw 0 0',
      'tmpfs /run tmpfs rw 0 0',
      '/dev/sda2 /boot/efi vfat rw 0 0',
      '/dev/sdb1 /media/ana/My\\040disk vfat rw 0 0',
      '/dev/sdc1 /run/media/ana/Photos exfat rw 0 0',
      'nas:/work /mnt/work nfs4 rw 0 0',
      '/dev/loop1 /snap/core squashfs ro 0 0',
      '',
    ].join('\n');
    assert.deepEqual(drivesOf(mounts), ['/media/ana/My disk', '/run/media/ana/Photos', '/mnt/work']);
  });
});

import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libc = loadLibrary('libc.so.6');

/** `IPC_RMID`: the segment goes away when the last process has let go of it. */
export const ipcRemove = 0;

/** shmget(2): id of a shared memory segment of `bytes`, or -1. */
export const shmget: (key: number, bytes: number, flags: number) => number = libc.func(
  'int shmget(int key, size_t size, int flags)',
);

/** shmat(2): where the segment is mapped; -1 as an unsigned pointer when it could not be. */
export const shmat: (id: number, address: null, flags: number) => Pointer = libc.func(
  'void *shmat(int id, void *address, int flags)',
);

/** shmdt(2): unmaps a segment. */
export const shmdt: (address: Pointer) => number = libc.func('int shmdt(void *address)');

/** shmctl(2), used with `ipcRemove` only. */
export const shmctl: (id: number, command: number, nothing: null) => number = libc.func(
  'int shmctl(int id, int command, void *nothing)',
);

/** fcntl(2), for `setCloseOnExec` only. */
export const fcntl: (descriptor: number, command: number, value: number) => number = libc.func(
  'int fcntl(int descriptor, int command, int value)',
);

/** `F_SETFD` and `FD_CLOEXEC`: what is open here is not open in programs that are started. */
export const setCloseOnExec = { command: 2, value: 1 } as const;

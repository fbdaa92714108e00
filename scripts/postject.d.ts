/** The part that is used of a package that brings no types. */
declare module 'postject' {
  /** Puts `resource` into the executable as the section or note that Node's single-executable loader looks for. */
  export function inject(
    executable: string,
    resourceName: string,
    resource: Buffer,
    options: { sentinelFuse: string; machoSegmentName?: string; overwrite?: boolean },
  ): Promise<void>;
}

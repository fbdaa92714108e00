/** What the build puts in the place of these names, so that each browser gets only its own code. */
interface ImportMetaEnv {
  readonly FIREFOX: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

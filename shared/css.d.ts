/** Vite and WXT turn a style import into a style sheet; it has no value to read. */
declare module '*.css';

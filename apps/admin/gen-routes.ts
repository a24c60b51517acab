import { Generator, getConfig } from '@tanstack/router-generator';

/** Writes src/route-tree.gen.ts from the files under src/routes, as the Vite plugin does: type checking needs it before a build. */
await new Generator({ config: getConfig({}, import.meta.dirname), root: import.meta.dirname }).run();

import * as z from 'zod/mini';

/** Schemas are read without compiling functions: the page's policy forbids it, and reports whoever tries. */
z.config({ jitless: true });

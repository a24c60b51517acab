import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Everything the product keeps on this machine when it brings its own PostgreSQL. */
export const dataFolder = join(root, '.data');
export const tool = (name: string): string => join(root, 'node_modules', '.bin', name);
export const apiBundle = join(root, 'apps/api/dist/main.js');
export const portalDist = join(root, 'apps/buyer/dist');
export const consoleDist = join(root, 'apps/admin/dist');

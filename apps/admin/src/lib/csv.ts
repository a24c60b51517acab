export { type Cell, csv, saveFile } from '@tradeline/ui/csv';

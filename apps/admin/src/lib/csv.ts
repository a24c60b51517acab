export { type Cell, csv, saveBlob, saveFile } from '@tradeline/ui/csv';

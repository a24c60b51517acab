import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Contents = Record<string, string>;

/** A small shop's files: three goods, two customers, one sent and one open order. */
export const shopFiles: Contents = {
  'groups.csv': 'id,name,parent\n1,茶,0\n2,绿茶,1\n',
  'goods.csv': 'code,name,group,price,stock\nT1,龙井,2,88.5,10\nT2,"碧螺春, 特级",2,120,0\nT3,乌龙,1,33.3333,5\n',
  'customers.csv': 'id,name,phone,street\nA,甲公司,021-1,一路\nB,乙公司,021-2,二路\n',
  'orders.csv': 'id,customer,day,sent,freight\n1,A,2026-01-05,2026-01-06,12.00\n2,B,2026-01-07,,0\n',
  'lines.csv': 'order,good,price,quantity,off\n1,T1,80,3,0.05\n1,T2,120,1,0\n2,T1,88.5,4,0\n2,T2,118,2,0.1\n',
};

/** Writes files into a folder of their own; undefined leaves one out. */
export const filesIn = (contents: Record<string, string | Buffer | undefined>) => {
  const path = mkdtempSync(join(tmpdir(), 'tradeline-import-'));
  for (const [name, text] of Object.entries(contents)) if (text !== undefined) writeFileSync(join(path, name), text);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** The small shop's files, some of them replaced. */
export const folderOf = (replaced: Record<string, string | Buffer | undefined> = {}) =>
  filesIn({ ...shopFiles, ...replaced });

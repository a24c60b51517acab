import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these entries, made by hand so that it may lie: a Buffer is taken as packed already, `sizes` as what the directory says. */
export const zipOf = (entries: Record<string, string | Buffer>, sizes: Record<string, number> = {}): Buffer => {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = typeof content === 'string' ? deflateRawSync(Buffer.from(content)) : content;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(typeof content === 'string' ? crc32(content) : 0, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(sizes[name] ?? Buffer.byteLength(content), 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, central, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(centrals.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(centrals.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

import { listProcedures } from '@tradeline/api/procedures';

/** Prints every procedure of the API: path, kind, audience, permission and the schema of its input. */
console.log(JSON.stringify(listProcedures(), null, 2));

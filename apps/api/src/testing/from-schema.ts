/** The parts of a JSON Schema that inputs of procedures are made of. */
type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
};

/** What to put where the schema leaves a choice. */
export type Filling = {
  id: string;
  text: string;
  /** Every property, or only those that must be there. */
  all: boolean;
  /** Values by name of the property, where the schema cannot say what would be accepted. */
  named?: Readonly<Record<string, unknown>>;
};

const number = (schema: Schema): number => Math.max(1, schema.minimum ?? 0, (schema.exclusiveMinimum ?? 0) + 1);

const string = (schema: Schema, { id, text }: Filling): string => {
  if (schema.format === 'uuid') return id;
  if (schema.format === 'date') return '2026-06-30';
  if (schema.format === 'date-time') return '2026-06-30T00:00:00.000Z';
  // Keys that the client makes, and digests.
  if (schema.pattern?.includes('0-9a-f')) return 'a'.repeat(64);
  // The number of a province.
  if (schema.pattern === '^\\d{2}$') return '44';
  return text.padEnd(schema.minLength ?? 0, 'x');
};

/** A value that a schema accepts, as far as the schema alone can say. */
export const fromSchema = (schema: Schema, filling: Filling): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.find((each) => each.type !== 'null');
  if (choice) return fromSchema(choice, filling);
  switch (schema.type) {
    case 'string':
      return string(schema, filling);
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return true;
    case 'array':
      return [fromSchema(schema.items ?? {}, filling)];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => filling.all || schema.required?.includes(name))
          .map(([name, each]) => [name, filling.named?.[name] ?? fromSchema(each, filling)]),
      );
    default:
      return undefined;
  }
};

/** Reads the YAML files of a pack's folder and checks each against its JSON Schema. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type SchemaObject } from 'ajv/dist/2020.js';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { MaturityWords } from '../../server/src/core/pack/pack.ts';
import type {
  AntipatternSource,
  CriterionSource,
  LanguageSource,
  MaturitySource,
  PackHeader,
  PackSource,
  ResourceSource,
  SourceFile,
} from './packSource.ts';

type Path = readonly (string | number)[];

const schemaFolder = join(import.meta.dirname, '../../server/packs/schema');
const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true });

/**
 * Reads a pack's folder.
 * @param folder the folder that holds `pack.yaml`
 * @returns the parsed files, or what is wrong with them: file, line, path and remedy, one a string
 */
export function readPackSource(folder: string): PackSource | { problems: string[] } {
  const problems: string[] = [];
  const read = <T>(name: string, schema: string) => readYaml<T>(folder, name, schema, problems);
  const readAll = <T>(below: string, schema: string) =>
    yamlFiles(folder, below).flatMap((name) => read<T>(name, schema) ?? []);

  const header = read<PackHeader>('pack.yaml', 'pack');
  const criteria = readAll<CriterionSource>('criteria', 'criterion');
  const maturity = readAll<MaturitySource>('maturity', 'maturity');
  const antipatterns = read<readonly AntipatternSource[]>('antipatterns.yaml', 'antipatterns');
  const resources = read<readonly ResourceSource[]>('resources.yaml', 'resources');
  const languages = readAll<LanguageSource>('languages', 'language');
  const maturityWords = readAll<MaturityWords>('languages/maturity', 'maturityWords');
  if (!header || !antipatterns || !resources || problems.length > 0) return { problems };
  return { header, criteria, maturity, antipatterns, resources, languages, maturityWords };
}

function yamlFiles(folder: string, below: string): string[] {
  if (!existsSync(join(folder, below))) return [];
  const names = readdirSync(join(folder, below)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => `${below}/${name}`);
}

function readYaml<T>(
  folder: string,
  name: string,
  schema: string,
  problems: string[],
): SourceFile<T> | undefined {
  if (!existsSync(join(folder, name))) {
    problems.push(`${name}: the file is missing; write it after schema/${schema}.schema.json.`);
    return undefined;
  }
  const lines = new LineCounter();
  const text = readFileSync(join(folder, name), 'utf8');
  const document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines });
  const faults = [...document.errors, ...document.warnings];
  for (const { message } of faults)
    problems.push(`${name}: ${message.split('\n')[0]} Mend the YAML.`);
  if (faults.length > 0) return undefined;

  const place = (...path: Path) => {
    const node = document.getIn(path, true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    const line = offset === undefined ? '' : `:${lines.linePos(offset).line}`;
    return [`${name}${line}`, pathText(path)].filter(Boolean).join(' ');
  };
  const content: unknown = document.toJS();
  const validate = ajv.compile<T>(loadSchema(schema));
  if (validate(content)) return { name, content, place };
  for (const error of validate.errors ?? []) problems.push(schemaProblem(error, content, place));
  return undefined;
}

const schemas = new Map<string, SchemaObject>();

function loadSchema(name: string): SchemaObject {
  const known = schemas.get(name);
  if (known) return known;
  const schema: SchemaObject = JSON.parse(
    readFileSync(join(schemaFolder, `${name}.schema.json`), 'utf8'),
  );
  schemas.set(name, schema);
  return schema;
}

function schemaProblem(
  error: ErrorObject,
  content: unknown,
  place: SourceFile<never>['place'],
): string {
  const path = pathOf(error.instancePath, content);
  const { params, message = 'is not as the schema asks' } = error;
  const where = place(...path);
  if (error.keyword === 'additionalProperties') {
    return `${where}: the key "${params.additionalProperty}" is not known; remove it or mend its spelling.`;
  }
  if (error.keyword === 'required') {
    return `${where}: the key "${params.missingProperty}" is missing; add it.`;
  }
  if (error.keyword === 'enum') {
    return `${where}: write one of ${params.allowedValues.join(', ')}.`;
  }
  const expected = error.parentSchema?.description;
  return `${where}: ${message}; ${expected ? `expected: ${expected}` : 'change the value.'}`;
}

/** A JSON pointer as a path; a step into a list is a number. */
function pathOf(pointer: string, content: unknown): (string | number)[] {
  const steps = pointer.split('/').slice(1);
  let value = content;
  return steps.map((step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const inList = Array.isArray(value);
    value = value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
    return inList ? Number(key) : key;
  });
}

function pathText(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return step.includes('.') ? `["${step}"]` : `.${step}`;
    })
    .join('')
    .replace(/^\./, '');
}

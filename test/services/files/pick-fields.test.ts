import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashContent, toCanonicalJson } from '../../../services/files/content-hash.ts';
import { foldFileName } from '../../../services/files/fold-name.ts';
import { pickFields } from '../../../services/files/pick-fields.ts';
import { RecordFields, webAddressOrNull } from '../../../services/files/record-fields.ts';

const names = { title: ['title', 'jobtitle'], postedOn: ['postedon', 'dateposted'] };
type Field = keyof typeof names;

describe('fields of a record', () => {
  it('are found under any spelling of their known names, the rest is kept', () => {
    const picked = pickFields<Field>({ Job_Title: 'Cook', 'date posted': '2026-01-02', Colour: 'red' }, names);
    expect(Object.fromEntries(picked.valueByField)).toEqual({ title: 'Cook', postedOn: '2026-01-02' });
    expect(picked.rest).toEqual({ Colour: 'red' });
  });

  it('take the best name that is not empty; another that is filled stays in the rest', () => {
    const picked = pickFields<Field>({ jobTitle: 'Cook', title: ' ', postedOn: null }, names);
    expect(Object.fromEntries(picked.valueByField)).toEqual({ title: 'Cook' });
    expect([...picked.knownFields]).toEqual(['title', 'postedOn']);
    expect(pickFields<Field>({ jobTitle: 'Cook', title: 'Chef' }, names)).toMatchObject({ rest: { jobTitle: 'Cook' } });
  });

  it('follow a map before the known names, also into nested records', () => {
    const record = { title: 'no', head: { line: 'Cook' } };
    const picked = pickFields<Field>(record, names, { title: 'head.line' });
    expect(picked.valueByField.get('title')).toBe('Cook');
    expect(pickFields<Field>({ 'a.b': 1 }, names, { title: 'a.b' }).valueByField.get('title')).toBe(1);
    expect(pickFields<Field>({}, names, { title: 'toString' }).knownFields.size).toBe(0);
  });

  it('never take over a prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "title": "x"}') as Record<string, unknown>;
    const { rest } = pickFields<Field>(hostile, names);
    expect(Object.keys(rest)).toEqual([]);
    expect(rest['polluted']).toBeUndefined();
  });
});

describe('values of fields', () => {
  const fields = (values: Record<string, unknown>): RecordFields<string> =>
    new RecordFields(new Map(Object.entries(values)), 'a.jsonl, line 3');

  it('are text, numbers, booleans and lists, also where CSV wrote them as text', () => {
    const read = fields({ a: ' x ', b: ' ', n: '-12.5', m: 7, yes: 'Yes', no: false, l: 'a| b\n|c', k: [' d ', ''] });
    expect([read.text('a'), read.text('b'), read.text('none')]).toEqual(['x', null, null]);
    expect([read.number('n'), read.number('m'), read.number('none')]).toEqual([-12.5, 7, null]);
    expect([read.boolean('yes'), read.boolean('no'), read.boolean('none')]).toEqual([true, false, null]);
    expect([read.list('l'), read.list('k'), read.list('none')]).toEqual([['a', 'b', 'c'], ['d'], []]);
  });

  it.each([
    ['text', 12, 'should be text but is the number 12'],
    ['text', { a: 1 }, 'should be text but is an object'],
    ['requiredText', '  ', 'is missing or empty'],
    ['number', 'forty', 'should be a number but is "forty"'],
    ['number', '1,200', 'should be a number but is "1,200"'],
    ['number', Infinity, 'should be a number'],
    ['number', true, 'should be a number but is the boolean true'],
    ['boolean', 'perhaps', 'should be true or false'],
    ['list', [1], 'should be a list of text but is a list'],
  ] as const)('are refused as %s where they are something else: %j', (kind, value, message) => {
    const read = fields({ field: value });
    expect(() => read[kind]('field')).toThrow(`a.jsonl, line 3, field field: ${message}`);
  });

  it('are addresses only for http and https', () => {
    expect(webAddressOrNull('https://example.org/a')).toBe('https://example.org/a');
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'example.org', 'https://', null]) {
      expect(webAddressOrNull(text)).toBeNull();
    }
  });
});

describe('a content hash', () => {
  it('is the same for any order of keys and different for any other change', () => {
    expect(hashContent({ a: 1, b: [{ c: 2, d: null }] })).toBe(hashContent({ b: [{ d: null, c: 2 }], a: 1 }));
    expect(hashContent([1, 2])).not.toBe(hashContent([2, 1]));
    expect(hashContent({ a: '1' })).not.toBe(hashContent({ a: 1 }));
    expect(hashContent({})).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is taken over JSON that parses back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(toCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(toCanonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
  });
});

describe('a name made of a path', () => {
  it('loses folder, endings and everything but letters and digits', () => {
    expect(foldFileName('exports/Stellen Zürich_2026.jsonl.gz')).toBe('stellen-zurich-2026');
    expect(foldFileName('a/--.csv')).toBe('');
  });
});

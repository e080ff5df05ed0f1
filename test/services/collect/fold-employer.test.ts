import { describe, expect, it } from 'vitest';
import { cleanEmployer, foldEmployer } from '../../../services/collect/fold-employer.ts';

describe('foldEmployer', () => {
  it.each([
    ['Kowal Sp. z o.o.', 'KOWAL SP.Z O.O. SP. K.', 'Kowal Spółka z ograniczoną odpowiedzialnością sp. k.', 'Kowal'],
    ['Müller GmbH & Co. KG', 'MULLER GMBH', 'Muller'],
    ['Acme Health, Inc.', 'ACME HEALTH', 'The Acme Health LLC', 'Acme Health P.L.C.'],
    ['Alphéa-Conseil SAS', 'Alphea Conseil'],
    ["St George's Homes Ltd", 'St Georges Homes Limited', 'St George’s Homes'],
    ['Bread & Roses', 'Bread and Roses'],
    [
      'Rowan House NHS Foundation Trust',
      'Rowan House NHS Trust',
      'ROWAN HOUSE NHS FOUNDATION TRUST : Medical Resourcing',
    ],
    ['Midtown Partnership Trust (MPT)', 'Midtown Partnership Trust'],
    ['Orchard Research\n3.8', 'Orchard Research'],
    ['Salt &amp;amp; Pepper', 'Salt & Pepper'],
    ['""ŻAK"" S.A.', 'Żak SA'],
  ])('counts the spellings of %s as one', (...names) => {
    expect(new Set(names.map(foldEmployer)).size).toBe(1);
  });

  it.each([
    ['Rowan House', 'Rowan House NHS Trust'],
    ['Air France', 'Air'],
    ['Harbour Foods', 'Harbour Group'],
    ['C# Works', 'C Works 2'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldEmployer(one)).not.toBe(foldEmployer(other));
  });

  it('never folds a name away that is only a legal form', () => {
    expect(foldEmployer('SAS')).toBe('sas');
    expect(foldEmployer('Limited')).toBe('limited');
  });

  it('has no key for an employer that is hidden or missing, so that many do not count as one', () => {
    for (const name of [
      null,
      '',
      '-1',
      'Confidential',
      'Klient portalu Praca.pl',
      'KLIENT jobdesk.pl',
      'Non Specific Employer',
    ]) {
      expect(foldEmployer(name)).toBeNull();
    }
  });

  it('does not take a number or a bracket inside the name for a rating or an abbreviation', () => {
    expect(foldEmployer('Studio 54')).toBe('studio 54');
    expect(foldEmployer('Care (UK) Ltd')).toBe('care uk');
  });
});

describe('cleanEmployer', () => {
  it('keeps the name fit to be shown', () => {
    expect(cleanEmployer('  Orchard   Research\n4.1')).toBe('Orchard Research');
    expect(cleanEmployer('Salt &amp; Pepper Ltd')).toBe('Salt & Pepper Ltd');
  });
});

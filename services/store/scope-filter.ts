/** The postings of a scope as conditions of SQL on `posting`. */
import type { Scope } from '../domain/scope.ts';
import { isVisible, type View } from './view.ts';
import { idsParameter, storableText } from './sql-driver.ts';

export interface Filter {
  sql: string;
  parameters: unknown[];
}

/** @param first number of the first parameter */
export function scopeFilter(scope: Scope, view: View, first = 1): Filter {
  const conditions: string[] = [isVisible(view, 'posting')];
  const parameters: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    parameters.push(typeof value === 'string' ? storableText(value) : value);
    conditions.push(condition(`$${first + parameters.length - 1}`));
  };
  if (scope.region) add((place) => `posting.region_path @> array[${place}::text]`, scope.region.code);
  if (scope.employer) add((place) => `posting.employer_key = ${place}`, scope.employer.key);
  if (scope.postingId !== null) add((place) => `posting.id = ${place}`, scope.postingId);
  if (scope.occupation) {
    if (scope.occupation.iscoCode !== null && scope.occupation.ids.length === 0) {
      add((place) => `posting.isco_code like ${place}`, `${scope.occupation.iscoCode}%`);
    } else {
      add(
        (place) => `posting.occupation_id in (select json_array_elements_text(${place}::json))`,
        idsParameter(scope.occupation.ids),
      );
    }
  }
  if (scope.since !== null) add((place) => `posting.posted_on >= ${place}::date`, scope.since);
  if (scope.until !== null) add((place) => `posting.posted_on <= ${place}::date`, scope.until);
  return { sql: conditions.join(' and '), parameters };
}

/**
 * Rows of a vector table in, groups of rows with the very same vector out.
 *
 * Postings and catalogues repeat sentences word for word. In an HNSW graph a hundred equal points link only to each
 * other and become an island that searches cannot leave, so the graph holds each distinct vector once.
 */
import { hash } from 'node:crypto';
import { rowOf, type VectorTable } from './vector-table.ts';

/** @returns for each distinct vector its rows, ascending; groups in the order of their first rows */
export function groupIdentical(table: VectorTable): number[][] {
  const groupByVector = new Map<string, number[]>();
  for (let row = 0; row < table.ids.length; row++) {
    const { buffer, byteOffset, byteLength } = rowOf(table, row);
    const key = hash('sha256', new Uint8Array(buffer, byteOffset, byteLength), 'base64');
    const group = groupByVector.get(key);
    if (group) group.push(row);
    else groupByVector.set(key, [row]);
  }
  return [...groupByVector.values()];
}

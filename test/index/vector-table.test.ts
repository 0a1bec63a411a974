import { describe, expect, it } from 'vitest';
import { VectorTable } from '../../index/vector-table.ts';
import { unit } from './vector-index.contract.ts';

describe('VectorTable', () => {
  it('reads back what it wrote, also from bytes that start anywhere', () => {
    const table = VectorTable.from([unit([1, 2]), unit([3, -4])], 2);
    const shifted = new Uint8Array(table.bytes().length + 1);
    shifted.set(table.bytes(), 1);
    expect(VectorTable.fromBytes(shifted.subarray(1), 2)).toEqual(table);
    expect(VectorTable.fromBytes(table.bytes(), 2).at(1)).toEqual(unit([3, -4]));
  });

  it.each([
    ['other dimensions', Float32Array.from([1, 0, 0])],
    ['no unit length', Float32Array.from([1, 1])],
    ['zeros only', Float32Array.from([0, 0])],
    ['a value that is no number', Float32Array.from([1, Number.NaN])],
  ])('refuses a vector with %s', (_, vector) => {
    expect(() => VectorTable.from([unit([1, 0]), vector], 2)).toThrow(RangeError);
  });

  it.each([-1, 1, 0.5, Number.NaN])('has no row %s of one', (row) => {
    expect(() => VectorTable.from([unit([1, 0])], 2).at(row)).toThrow(RangeError);
  });

  it('refuses bytes that are no whole number of vectors', () => {
    expect(() => VectorTable.fromBytes(new Uint8Array(7), 1)).toThrow(RangeError);
    expect(() => VectorTable.fromBytes(new Uint8Array(12), 2)).toThrow(RangeError);
  });
});

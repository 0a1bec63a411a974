import { describe, expect, it } from 'vitest';
import { VectorTable } from '../../../index/vectors/vector-table.ts';
import { unit } from './vector-index.contract.ts';

describe('VectorTable', () => {
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

  it('refuses values that are no whole number of vectors', () => {
    expect(() => new VectorTable(new Float32Array(3), 2)).toThrow(RangeError);
  });
});

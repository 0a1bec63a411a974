import { z } from 'zod';
import { quadraticSchema } from '../quadratic-logistic.ts';
import { breadthNames } from './breadth.ts';

/** What tells whether a question that names nobody is put to several: its wording, and how far what was found spreads. */
export const signNames = ['wording', ...breadthNames] as const;

const weightsSchema = quadraticSchema(signNames.length);

/** Weights as `underdog-answers train` writes them. */
export const severalSchema = z.object({
  /** Of the parts of a wording. */
  wording: z.record(z.string(), z.number()),
  signs: z.array(z.enum(signNames)).length(signNames.length),
  /** Where readers wrote about what was found, and where nobody did. */
  enriched: weightsSchema,
  bare: weightsSchema,
});

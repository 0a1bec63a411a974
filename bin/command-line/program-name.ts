/** The program as people type it. */
export const programName = 'underdog-answers';

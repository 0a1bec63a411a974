/** What a check found. */
export interface Finding {
  /** `good`; `note`: works, but is worth knowing; `fault`: has to be mended for the program to work. */
  state: 'good' | 'note' | 'fault';
  /** What was found, and for notes and faults what to do about it. */
  text: string;
}

/** Something that a person who means harm puts into a transcript. */
export interface PlantedAttack {
  /** What it tries. */
  name: string;
  /** What the guest says, word for word, in one paragraph or several lines. */
  says: string;
  /** Where it is not told by the words: in the episode's title, a heading, the guest's name or the file's name. */
  title?: string;
  heading?: string;
  guest?: string;
  file?: string;
  /** The transcript itself labels the words as the victim's, as anybody's own transcript can. */
  speaksAsVictim?: true;
}

import { textSamples } from './samples.ts';
import { textFormatContract, transcriptFormatContract } from './transcript-format.contract.ts';

for (const [name, sample] of Object.entries(textSamples)) {
  transcriptFormatContract(name, sample);
  textFormatContract(name, sample);
}

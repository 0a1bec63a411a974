import { htmlSamples, pdfSample, textSamples, wordSample } from './samples.ts';
import { textFormatContract, transcriptFormatContract } from './transcript-format.contract.ts';

for (const [name, sample] of Object.entries(textSamples)) {
  transcriptFormatContract(name, sample);
  textFormatContract(name, sample);
}
for (const [name, sample] of Object.entries(htmlSamples)) {
  transcriptFormatContract(name, sample);
  textFormatContract(name, sample);
}
transcriptFormatContract('bold names', wordSample);
transcriptFormatContract('names with colons', pdfSample);

import { zipOf } from './zip-writer.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** The parts of the smallest Word document with these paragraphs (WordprocessingML). */
export function wordParts(paragraphs: readonly string[], before = ''): Record<string, string> {
  return {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  };
}

export function wordDocument(paragraphs: readonly string[]): Buffer {
  return zipOf(wordParts(paragraphs));
}

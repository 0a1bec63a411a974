const windows1252: Readonly<Record<string, string>> = { '“': '\\223', '”': '\\224', '—': '\\227' };

/** A PDF of these lines, page by page, 14 points apart. */
export function pdfOf(pages: readonly string[][]): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  for (const lines of pages) {
    const shown = lines.flatMap((line, at) =>
      line === '' ? [] : [`1 0 0 1 60 ${780 - at * 14} Tm (${escaped(line)}) Tj`],
    );
    const content = `BT /F1 11 Tf ${shown.join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

function escaped(line: string): string {
  return line.replace(/[\\()]/gu, '\\$&').replace(/[“”—]/gu, (character) => windows1252[character] ?? '');
}

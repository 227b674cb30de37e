"use strict";
// A Word file made in the page: the parts of Office Open XML (ECMA-376) in a zip that stores them as they are.
(() => {
  // What XML 1.0 cannot hold would make the whole file unreadable, so it is shown as the sign for that.
  const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
  const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const xml = (text) => String(text).replace(UNWRITABLE, "\ufffd").replace(/[&<>"]/g, (mark) => MARKS[mark]);

  const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const crc = (bytes) => {
    let value = 0xffffffff;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  };

  // Numbers of two or four bytes, the lowest first (PKWARE's APPNOTE, 4.3.7 and 4.3.12).
  const numbers = (...those) => {
    const made = new DataView(new ArrayBuffer(those.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of those) { if (size === 2) made.setUint16(at, value, true); else made.setUint32(at, value, true); at += size; }
    return new Uint8Array(made.buffer);
  };
  function zip(parts) {
    const encode = new TextEncoder();
    const [files, list] = [[], []];
    let offset = 0;
    for (const [path, text] of parts) {
      const [name, content] = [encode.encode(path), encode.encode(text)];
      // Version 2.0, names in UTF-8, stored, 1 January 1980: the same file for the same tray.
      const facts = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 33], [4, crc(content)], [4, content.length], [4, content.length], [2, name.length], [2, 0]];
      const head = numbers([4, 0x04034b50], ...facts);
      files.push(head, name, content);
      list.push(numbers([4, 0x02014b50], [2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
      offset += head.length + name.length + content.length;
    }
    const size = list.reduce((sum, each) => sum + each.length, 0);
    const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, size], [4, offset], [2, 0]);
    return new Blob([...files, ...list, end], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
  }

  const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const CORE = "application/vnd.openxmlformats-package.core-properties+xml";

  const style = (id, name, size, more = "", bold = true) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${more}</w:pPr><w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  const heading = (level, size) => style(`Heading${level}`, `heading ${level}`, size, `<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="${level - 1}"/>`);
  const styles = `${DECLARED}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style("Title", "Title", 36)}${heading(1, 26)}${heading(2, 22)}${style("Note", "Note", 18, '<w:spacing w:after="160"/>', false)}${style("Lines", "Lines", 21, '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="808080"/></w:pBdr><w:spacing w:before="200" w:after="60"/>', false)}</w:styles>`;

  const run = ([text, bold]) => `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
  const paragraph = ([name, ...runs]) => `<w:p>${name ? `<w:pPr><w:pStyle w:val="${name}"/></w:pPr>` : ""}${runs.map((each) => run(Array.isArray(each) ? each : [each])).join("")}</w:p>`;
  const related = (those) => `${DECLARED}<Relationships xmlns="${PACKAGE}/relationships">${those.map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;

  // A document from its title and its paragraphs, each [style, run...]; a run is words, or [words, whether bold].
  kg.word = (title, paragraphs) => zip([
    ["[Content_Types].xml", `${DECLARED}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${KINDS}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${KINDS}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="${CORE}"/></Types>`],
    ["_rels/.rels", related([[`${OFFICE}/officeDocument`, "word/document.xml"], [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]])],
    ["docProps/core.xml", `${DECLARED}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`],
    ["word/_rels/document.xml.rels", related([[`${OFFICE}/styles`, "styles.xml"]])],
    ["word/styles.xml", styles],
    ["word/document.xml", `${DECLARED}<w:document ${W}><w:body>${paragraphs.map(paragraph).join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`],
  ]);
})();

/** A single-byte encoding that text is often taken for. */
export interface CodePage {
  readonly name: string;
  /** Its characters for the bytes from 0x80 on; those below are ASCII. */
  readonly upperHalf: string;
}

/**
 * The code pages that UTF-8 is most often misread in. Source: the mapping tables of the Unicode
 * Consortium (APPLE/ROMAN.TXT, CP1252.TXT), undefined bytes as the WHATWG's Encoding Standard has them.
 */
export const codePages: readonly CodePage[] = [
  {
    name: 'Mac Roman',
    upperHalf:
      'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
      '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
      '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
      '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  },
  {
    name: 'Windows-1252',
    upperHalf:
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
      'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  },
  {
    name: 'Latin-1',
    upperHalf: String.fromCharCode(...Array.from({ length: 128 }, (_, index) => 0x80 + index)),
  },
];

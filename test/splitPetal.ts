/** A configuration that splits one petal and renames another: six become seven. */
export const splitPetal = `petals:
  - id: petal.licensing
    from: petal.legal
    title: Licensing
    words: [licen*]
  - id: petal.export-control
    from: petal.legal
    title: Export control
    words: [export*, dual-use, sanctions]
  - id: petal.business
    title: Lines of business
`;

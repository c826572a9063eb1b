/** The style sheet of the HTML report: light, dark and on paper. */
export const htmlReportStyle = [
  ':root{color-scheme:light dark;--fg:#2b2b2b;--quiet:#616161;--line:#dcdcdc;--answered:#256b40;--thin:#8a5f00;--bg:#fff}',
  '@media (prefers-color-scheme:dark){:root{--fg:#e0e0e0;--quiet:#a8a8a8;--line:#3c3c3c;--answered:#62c48a;--thin:#dfb04a;--bg:#1f1f1f}}',
  "body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;overflow-wrap:anywhere}",
  'main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.5rem}',
  'article+article{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem}',
  'h1{font-size:1.6rem;font-weight:600;margin:.5rem 0}h2{font-size:1.1rem;font-weight:600;margin:2rem 0 .5rem}',
  'figure{margin:0}figure svg{display:block;max-width:38rem;width:100%;height:auto;margin:0 auto}',
  'figcaption,.quiet,footer{color:var(--quiet);font-size:.9rem}',
  '.table{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line)}',
  'thead th{color:var(--quiet);font-size:.85rem;font-weight:600}tbody th{font-weight:500;min-width:11rem}',
  '.level{white-space:nowrap}.answered .level{color:var(--answered)}.partial .level{color:var(--thin)}',
  'dt{color:var(--quiet)}dd{margin:0 0 .5rem}',
  '@media print{:root{--bg:#fff;--fg:#000}section{break-inside:avoid}main,footer{max-width:none;padding:0}}',
].join('');

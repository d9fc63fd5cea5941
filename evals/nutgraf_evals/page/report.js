"use strict";
// Pointing at a statement, or at the words that carry it, marks both. Without this script the links do the same.
for (const article of document.querySelectorAll("article")) {
  const cited = [...article.querySelectorAll("[data-by]")];
  const said = [...article.querySelectorAll("[data-claim]")];
  const mark = (claims) => {
    for (const each of cited) each.classList.toggle("on", each.dataset.by.split(" ").some((id) => claims.includes(id)));
    for (const each of said) each.classList.toggle("on", claims.includes(each.dataset.claim));
  };
  const claims = (target) => {
    const near = target.closest("[data-claim], [data-by]");
    if (!near) return [];
    return near.dataset.claim ? [near.dataset.claim] : near.dataset.by.split(" ");
  };
  for (const name of ["pointerover", "focusin"]) article.addEventListener(name, (event) => mark(claims(event.target)));
  for (const name of ["pointerleave", "focusout"]) article.addEventListener(name, () => mark([]));
}

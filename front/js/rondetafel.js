// Small comforts. Every page works without this file.

import { bewaarKladje, biedKladjeAan } from "./kladje.js";
import { bewaak } from "./sessie.js";
import { telWoorden } from "./telling.js";
import { maakVoorlezer } from "./voorlezen.js";

// Trusted types: only this file may say that text is HTML, and it says so of what htmx fetched from this
// server. Text can never become a script or the address of one.
window.trustedTypes?.createPolicy("default", { createHTML: (tekst) => tekst });

// "Sluit snel": blank first, then log out, then put the other page in the place of this one. The back button
// then leads to the page to log in.
function sluitSnel(adres) {
  document.documentElement.hidden = true;
  document.title = new URL(adres).host;
  window.speechSynthesis?.cancel();
  const uitloggen = document.querySelector("[data-uitloggen]");
  if (uitloggen) navigator.sendBeacon(uitloggen.action, new FormData(uitloggen));
  window.location.replace(adres);
}

// The same by pressing Shift three times within five seconds, and no other key in between.
function telShift(knop) {
  const keren = [];
  const teller = document.createElement("p");
  teller.className = "sluit-snel__teller";
  teller.setAttribute("role", "status");
  knop.after(teller);
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") keren.length = 0;
    else keren.push(event.timeStamp);
    while (keren.length && event.timeStamp - keren[0] > 5000) keren.shift();
    if (keren.length === 3) sluitSnel(knop.dataset.sluitSnel);
    else teller.textContent = keren.length ? knop.dataset[`nog${3 - keren.length}`] : "";
  });
}

// A page that a browser kept whole and brings back must not show what was left.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.documentElement.hidden) window.location.reload();
});

// A list of mistakes is read first: by eye and by screen reader. Examples on the component page ask for nothing.
function focusFouten(element) {
  element.querySelector("[data-focus]:not([data-voorbeeld] *)")?.focus();
}

const stand = document.querySelector("[data-kladje-stand]");

function verbind(element) {
  for (const knop of element.querySelectorAll("[data-sluit-snel]")) {
    knop.addEventListener("click", (event) => {
      event.preventDefault();
      sluitSnel(knop.dataset.sluitSnel);
    });
    telShift(knop);
  }
  for (const knop of element.querySelectorAll("[data-kopieer]")) {
    knop.hidden = false;
    knop.addEventListener("click", async () => {
      await navigator.clipboard.writeText(knop.dataset.kopieer);
      knop.querySelector("[data-gekopieerd]").textContent = knop.dataset.gelukt;
    });
  }
  for (const knop of element.querySelectorAll("[data-print]")) {
    knop.hidden = false;
    knop.addEventListener("click", () => window.print());
  }
  // A drawing that is wider than the screen begins at the person whom it is about.
  for (const vak of element.querySelectorAll("[data-midden]")) {
    vak.scrollLeft = vak.scrollWidth * Number(vak.dataset.midden) - vak.clientWidth / 2;
  }
  for (const teller of element.querySelectorAll("[data-woorden]")) telWoorden(teller);
  if (stand) for (const form of element.querySelectorAll("main form[method=post]")) bewaarKladje(form, stand);
  // The browser's own bubbles speak another language and show one mistake at a time.
  for (const form of element.querySelectorAll("form")) form.noValidate = true;
  focusFouten(element);
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.uitklap[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.uitklap[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
// htmx swaps in parts of a page: they need the same connections.
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) verbind(event.detail.elt);
});
verbind(document);
for (const balk of document.querySelectorAll("[data-kladje]")) biedKladjeAan(balk);
for (const knop of document.querySelectorAll("[data-voorlezen]")) maakVoorlezer(knop);
for (const dialoog of document.querySelectorAll("[data-sessie]")) bewaak(dialoog);

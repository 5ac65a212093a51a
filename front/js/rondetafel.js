// Small comforts. Every page works without this file.

// "Sluit snel": the page the family was on must not come back with the back button.
function sluitSnel(event) {
  event.preventDefault();
  document.documentElement.hidden = true;
  window.location.replace(event.currentTarget.href);
}

// A list of mistakes is read first: by eye and by screen reader. Examples on the component page ask for nothing.
function focusFouten(element) {
  element.querySelector("[data-focus]:not([data-voorbeeld] *)")?.focus();
}

function verbind(element) {
  for (const link of element.querySelectorAll("[data-sluit-snel]")) link.addEventListener("click", sluitSnel);
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

// What is typed in a long form is kept by the server within a few seconds, for this person alone. The server says
// on the next visit that it is there; here it is put back. Nothing stays in this browser.

const STIL = 2000;
const OPNIEUW = 10000;
const KORT = 4;

function velden(form) {
  return [...new FormData(form)].filter(([naam, waarde]) => naam !== "csrfmiddlewaretoken" && typeof waarde === "string");
}

function isLang(form) {
  if (form.querySelector("input[type=password]") || "geenKladje" in form.dataset) return false;
  const zichtbaar = [...form.elements].filter((veld) => veld.name && !["hidden", "submit", "button"].includes(veld.type));
  return Boolean(form.querySelector("textarea")) || zichtbaar.length > KORT;
}

const actieVan = (form) => form.getAttribute("action") || window.location.pathname + window.location.search;

// Keeps one form: some time after the last key, and at once when the page goes away.
export function bewaarKladje(form, voorbeeld) {
  if (!isLang(form)) return;
  const stand = voorbeeld.cloneNode(true);
  stand.removeAttribute("data-kladje-stand");
  const gelukt = [...stand.childNodes];
  let laatst = JSON.stringify(velden(form));
  let timer;
  let isWeg = false;
  form.append(stand);

  function bericht() {
    const nu = JSON.stringify(velden(form));
    if (isWeg || nu === laatst || document.documentElement.hidden) return null;
    laatst = nu;
    const lading = new FormData();
    lading.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    lading.append("pad", window.location.pathname + window.location.search);
    lading.append("actie", actieVan(form));
    lading.append("velden", nu);
    return lading;
  }

  function mislukt(tekst) {
    laatst = "";
    stand.textContent = tekst;
    stand.hidden = false;
  }

  async function bewaar() {
    const lading = bericht();
    if (!lading) return;
    try {
      const antwoord = await fetch(stand.dataset.adres, { method: "POST", body: lading, redirect: "manual" });
      if (antwoord.status === 413) return mislukt(stand.dataset.teLang);
      if (!antwoord.ok) return mislukt(stand.dataset.mislukt);
      stand.replaceChildren(...gelukt);
      stand.querySelector("[data-om]").textContent = (await antwoord.json()).om;
      stand.hidden = false;
    } catch {
      mislukt(stand.dataset.mislukt);
      timer = setTimeout(bewaar, OPNIEUW);
    }
  }

  const straks = () => {
    clearTimeout(timer);
    timer = setTimeout(bewaar, STIL);
  };
  form.addEventListener("input", straks);
  form.addEventListener("change", straks);
  form.addEventListener("submit", () => {
    isWeg = true;
    clearTimeout(timer);
  });
  window.addEventListener("pagehide", () => {
    const lading = bericht();
    if (lading) navigator.sendBeacon(stand.dataset.adres, lading);
  });
}

function zetTerug(form, oud) {
  const waarden = new Map();
  for (const [naam, waarde] of oud) waarden.set(naam, [...(waarden.get(naam) ?? []), waarde]);
  for (const veld of form.elements) {
    if (!veld.name || veld.name === "csrfmiddlewaretoken" || ["submit", "button", "file"].includes(veld.type)) continue;
    const hier = waarden.get(veld.name);
    if (veld.type === "checkbox" || veld.type === "radio") veld.checked = Boolean(hier?.includes(veld.value));
    else if (veld.multiple) for (const keuze of veld.options) keuze.selected = Boolean(hier?.includes(keuze.value));
    else if (hier) veld.value = hier.shift() ?? "";
    veld.dispatchEvent(new Event("change", { bubbles: true }));
  }
  form.querySelector("textarea, input:not([type=hidden])")?.focus();
}

export function biedKladjeAan(balk) {
  const form = [...document.querySelectorAll("main form[method=post]")].find(
    (een) => een !== balk.querySelector("form") && actieVan(een) === balk.dataset.actie,
  );
  if (!form) return;
  const knop = balk.querySelector("[data-kladje-verder]");
  knop.hidden = false;
  knop.addEventListener("click", () => {
    zetTerug(form, [...balk.querySelectorAll("[data-naam]")].map((veld) => [veld.dataset.naam, veld.value]));
    balk.remove();
  });
}

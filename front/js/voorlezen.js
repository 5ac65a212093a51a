// Reads the page aloud with a voice of this device. A voice that works through the internet would send the text of
// a family to somebody else, so it is not used; without a Dutch voice of its own there is no button.

const TEKST = "h1, h2, h3, h4, p, li, dt, dd, th, td, legend, label, summary";
const NIET = "nav, script, style, [hidden], [aria-hidden=true], svg, .leeshulp, .knoppen";

const stemmen = () => speechSynthesis.getVoices().filter((stem) => stem.localService && stem.lang.toLowerCase().startsWith("nl"));

function zinnen(inhoud) {
  return [...inhoud.querySelectorAll(TEKST)]
    .filter((deel) => !deel.closest(NIET) && !deel.querySelector(TEKST) && deel.checkVisibility?.() !== false)
    .map((deel) => deel.innerText.trim())
    .filter(Boolean);
}

export function maakVoorlezer(knop) {
  if (!("speechSynthesis" in window)) return;
  const woord = knop.querySelector("[data-tekst]");
  const begin = woord.textContent;

  function klaar() {
    woord.textContent = begin;
  }

  function toon() {
    knop.hidden = stemmen().length === 0;
  }

  knop.addEventListener("click", () => {
    const las = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (las) return klaar();
    const [stem] = stemmen();
    const teksten = zinnen(document.querySelector("main"));
    teksten.forEach((tekst, nummer) => {
      const spraak = new SpeechSynthesisUtterance(tekst);
      spraak.voice = stem;
      spraak.lang = "nl-NL";
      spraak.rate = 0.9;
      if (nummer === teksten.length - 1) spraak.addEventListener("end", klaar);
      speechSynthesis.speak(spraak);
    });
    woord.textContent = knop.dataset.stop;
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
  speechSynthesis.addEventListener?.("voiceschanged", toon);
  toon();
}

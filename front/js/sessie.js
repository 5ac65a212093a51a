// Two minutes before somebody is logged out, ask whether they are still there. The server says how long it
// lasts: another tab may have kept the session alive, and the clock of this device may be wrong.

const VOORAF = 120;
const VAAK_GENOEG = 300;

// What stands in a form that the server sent back was typed as well.
function isGetypt(form, isAntwoord) {
  return [...form.elements].some((veld) => {
    if (veld.type === "hidden" || veld.type === "submit" || veld.type === "button") return false;
    if (veld.options) return [...veld.options].some((keuze) => keuze.selected !== keuze.defaultSelected);
    if (veld.type === "checkbox" || veld.type === "radio") return veld.checked !== veld.defaultChecked;
    return veld.value !== veld.defaultValue || (isAntwoord && veld.value);
  });
}

export function bewaak(dialoog) {
  const form = dialoog.querySelector("form");
  let timer;

  async function vraag(adres, method) {
    const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    const antwoord = await fetch(adres, { method, headers, redirect: "manual" });
    return antwoord.ok ? (await antwoord.json()).over : 0;
  }

  function plan(seconden) {
    clearTimeout(timer);
    timer = setTimeout(kijk, 1000 * Math.min(Math.max(seconden, 1), VAAK_GENOEG));
  }

  // The server keeps what was typed, asks who it is, and shows it again. Nothing stays behind on the screen.
  function sluit() {
    const getypt = [...document.querySelectorAll("main form[method=post]")].find((een) =>
      isGetypt(een, "antwoord" in dialoog.dataset),
    );
    document.documentElement.hidden = true;
    if (getypt) HTMLFormElement.prototype.submit.call(getypt);
    else window.location.reload();
  }

  function verwerk(over) {
    if (over <= 0) return sluit();
    if (over > VOORAF) {
      if (dialoog.open) dialoog.close();
      return plan(over - VOORAF);
    }
    if (!dialoog.open && !("weggeklikt" in dialoog.dataset)) dialoog.showModal();
    return plan(Math.min(over, 20));
  }

  async function kijk() {
    try {
      verwerk(await vraag(dialoog.dataset.vraag, "GET"));
    } catch {
      // No connection: nothing is known, so nothing is closed.
      plan(30);
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    delete dialoog.dataset.weggeklikt;
    try {
      verwerk(await vraag(form.action, "POST"));
    } catch {
      plan(5);
    }
  });
  dialoog.addEventListener("cancel", () => {
    dialoog.dataset.weggeklikt = "";
  });
  plan(Number(dialoog.dataset.tot) - Date.now() / 1000 - VOORAF);
}

// Counts the words while somebody writes. The server counted them too, so without this file the count is there as well.

export function telWoorden(teller) {
  const veld = teller.closest(".veld").querySelector("textarea, input");
  const tel = () => {
    const aantal = (veld.value.match(/\S+/g) ?? []).length;
    teller.textContent = teller.dataset.zin.replace("#", aantal);
    teller.classList.toggle("veld__telling--lang", aantal > Number(teller.dataset.woorden));
  };
  veld.addEventListener("input", tel);
  tel();
}

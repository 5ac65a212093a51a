"""Which goals can a plan be made from? Those of the doelenmatrix, by letter and number as people say them."""

from rondetafel.gezinsplan.models import Formatversie, Matrixdoel


def read_matrix() -> dict[str, Matrixdoel]:
    """Return the goals of the doelenmatrix: "F1" is the first of area F."""
    doelen = Matrixdoel.objects.filter(gebied__formatversie=read_format()).select_related("gebied")
    return {f"{doel.gebied.letter}{doel.nummer}": doel for doel in doelen}


def read_format() -> Formatversie:
    """The version of the format that the families of the demonstration choose from."""
    return Formatversie.objects.get(is_voorbeeld=True)

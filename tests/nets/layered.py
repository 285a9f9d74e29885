"""Networks of one function, and the field of their last layer."""

from torch import nn

from models.nets.receptive_field import receptive_fields


class Does(nn.Module):
    """A convolution, and then any function of its maps."""

    def __init__(self, function, kernel=1):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, kernel, padding=kernel // 2)
        self.function = function

    def forward(self, batch):
        return self.function(self.conv(batch)).relu()


def last_of(module, size=(8, 8)):
    return list(receptive_fields(module.eval(), size).values())[-1]

"""Which networks are there, how large are they, and what size of picture do they want?

A table of plain values, so that a menu can be drawn before torch is loaded. Sizes are (rows, columns) in pixels. The
tests hold every line against torchvision's own records.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One network before it is loaded: its name, number of weights, input size and whether it has batch norm."""

    name: str
    parameters: int
    input_size: tuple[int, int]
    has_batch_norm: bool


BUNDLED = (Entry("cifar10", 647_386, (32, 32), has_batch_norm=True),)

# The convolutional classifiers of torchvision with the input size of their published weights, small ones first.
TORCHVISION = (
    Entry("squeezenet1_1", 1_235_496, (224, 224), has_batch_norm=False),
    Entry("squeezenet1_0", 1_248_424, (224, 224), has_batch_norm=False),
    Entry("shufflenet_v2_x0_5", 1_366_792, (224, 224), has_batch_norm=True),
    Entry("mnasnet0_5", 2_218_512, (224, 224), has_batch_norm=True),
    Entry("shufflenet_v2_x1_0", 2_278_604, (224, 224), has_batch_norm=True),
    Entry("mobilenet_v3_small", 2_542_856, (224, 224), has_batch_norm=True),
    Entry("mnasnet0_75", 3_170_208, (224, 224), has_batch_norm=True),
    Entry("shufflenet_v2_x1_5", 3_503_624, (224, 224), has_batch_norm=True),
    Entry("mobilenet_v2", 3_504_872, (224, 224), has_batch_norm=True),
    Entry("regnet_y_400mf", 4_344_144, (224, 224), has_batch_norm=True),
    Entry("mnasnet1_0", 4_383_312, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b0", 5_288_548, (224, 224), has_batch_norm=True),
    Entry("mobilenet_v3_large", 5_483_032, (224, 224), has_batch_norm=True),
    Entry("regnet_x_400mf", 5_495_976, (224, 224), has_batch_norm=True),
    Entry("mnasnet1_3", 6_282_256, (224, 224), has_batch_norm=True),
    Entry("regnet_y_800mf", 6_432_512, (224, 224), has_batch_norm=True),
    Entry("googlenet", 6_624_904, (224, 224), has_batch_norm=True),
    Entry("regnet_x_800mf", 7_259_656, (224, 224), has_batch_norm=True),
    Entry("shufflenet_v2_x2_0", 7_393_996, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b1", 7_794_184, (240, 240), has_batch_norm=True),
    Entry("densenet121", 7_978_856, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b2", 9_109_994, (288, 288), has_batch_norm=True),
    Entry("regnet_x_1_6gf", 9_190_136, (224, 224), has_batch_norm=True),
    Entry("regnet_y_1_6gf", 11_202_430, (224, 224), has_batch_norm=True),
    Entry("resnet18", 11_689_512, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b3", 12_233_232, (300, 300), has_batch_norm=True),
    Entry("densenet169", 14_149_480, (224, 224), has_batch_norm=True),
    Entry("regnet_x_3_2gf", 15_296_552, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b4", 19_341_616, (380, 380), has_batch_norm=True),
    Entry("regnet_y_3_2gf", 19_436_338, (224, 224), has_batch_norm=True),
    Entry("densenet201", 20_013_928, (224, 224), has_batch_norm=True),
    Entry("efficientnet_v2_s", 21_458_488, (384, 384), has_batch_norm=True),
    Entry("resnet34", 21_797_672, (224, 224), has_batch_norm=True),
    Entry("resnext50_32x4d", 25_028_904, (224, 224), has_batch_norm=True),
    Entry("resnet50", 25_557_032, (224, 224), has_batch_norm=True),
    Entry("inception_v3", 27_161_264, (299, 299), has_batch_norm=True),
    Entry("convnext_tiny", 28_589_128, (224, 224), has_batch_norm=False),
    Entry("densenet161", 28_681_000, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b5", 30_389_784, (456, 456), has_batch_norm=True),
    Entry("regnet_y_8gf", 39_381_472, (224, 224), has_batch_norm=True),
    Entry("regnet_x_8gf", 39_572_648, (224, 224), has_batch_norm=True),
    Entry("efficientnet_b6", 43_040_704, (528, 528), has_batch_norm=True),
    Entry("resnet101", 44_549_160, (224, 224), has_batch_norm=True),
    Entry("convnext_small", 50_223_688, (224, 224), has_batch_norm=False),
    Entry("efficientnet_v2_m", 54_139_356, (480, 480), has_batch_norm=True),
    Entry("regnet_x_16gf", 54_278_536, (224, 224), has_batch_norm=True),
    Entry("resnet152", 60_192_808, (224, 224), has_batch_norm=True),
    Entry("alexnet", 61_100_840, (224, 224), has_batch_norm=False),
    Entry("efficientnet_b7", 66_347_960, (600, 600), has_batch_norm=True),
    Entry("wide_resnet50_2", 68_883_240, (224, 224), has_batch_norm=True),
    Entry("resnext101_64x4d", 83_455_272, (224, 224), has_batch_norm=True),
    Entry("regnet_y_16gf", 83_590_140, (224, 224), has_batch_norm=True),
    Entry("convnext_base", 88_591_464, (224, 224), has_batch_norm=False),
    Entry("resnext101_32x8d", 88_791_336, (224, 224), has_batch_norm=True),
    Entry("regnet_x_32gf", 107_811_560, (224, 224), has_batch_norm=True),
    Entry("efficientnet_v2_l", 118_515_272, (480, 480), has_batch_norm=True),
    Entry("wide_resnet101_2", 126_886_696, (224, 224), has_batch_norm=True),
    Entry("vgg11", 132_863_336, (224, 224), has_batch_norm=False),
    Entry("vgg11_bn", 132_868_840, (224, 224), has_batch_norm=True),
    Entry("vgg13", 133_047_848, (224, 224), has_batch_norm=False),
    Entry("vgg13_bn", 133_053_736, (224, 224), has_batch_norm=True),
    Entry("vgg16", 138_357_544, (224, 224), has_batch_norm=False),
    Entry("vgg16_bn", 138_365_992, (224, 224), has_batch_norm=True),
    Entry("vgg19", 143_667_240, (224, 224), has_batch_norm=False),
    Entry("vgg19_bn", 143_678_248, (224, 224), has_batch_norm=True),
    Entry("regnet_y_32gf", 145_046_770, (224, 224), has_batch_norm=True),
    Entry("convnext_large", 197_767_336, (224, 224), has_batch_norm=False),
    Entry("regnet_y_128gf", 644_812_894, (384, 384), has_batch_norm=True),
)

ENTRIES = BUNDLED + TORCHVISION

"""Networks, their own and torchvision's, worked on once for all visitors, and how what was worked out is kept."""

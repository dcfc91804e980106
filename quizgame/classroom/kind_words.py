"""Words that names are given from. Any two of them go together, and none can hurt.

Left out on purpose: people's names, brands, nations and creeds; colours of skin; bodies, sizes and
speed; animals that are used to insult in one language or another; what has a second meaning.
"""

from __future__ import annotations

KIND = (
    "Amazing", "Bold", "Brave", "Bright", "Brilliant", "Calm", "Careful", "Caring", "Cheerful",
    "Clever", "Cosmic", "Creative", "Curious", "Daring", "Dazzling", "Epic", "Excellent",
    "Fantastic", "Fearless", "Friendly", "Generous", "Gentle", "Glad", "Gleaming",
    "Glowing", "Golden", "Happy", "Helpful", "Honest", "Hopeful", "Inventive", "Jolly", "Joyful",
    "Keen", "Kind", "Legendary", "Lively", "Loyal", "Lucky", "Marvellous", "Merry", "Musical",
    "Noble", "Optimistic", "Patient", "Peaceful", "Polite", "Radiant", "Reliable", "Shining",
    "Silver", "Sincere", "Skilful", "Smart", "Sparkling", "Splendid", "Starry", "Sunny", "Super",
    "Thoughtful", "Trusty", "Valiant", "Wise", "Witty", "Wonderful",
)  # fmt: skip

NAMES = (
    "Antelope", "Badger", "Beacon", "Bicycle", "Breeze", "Bridge", "Bumblebee", "Canoe",
    "Canyon", "Castle", "Cello", "Cloud", "Clover", "Comet", "Compass", "Dolphin",
    "Dragonfly", "Drum", "Falcon", "Feather", "Firefly", "Fjord", "Forest", "Galaxy", "Garden",
    "Gecko", "Glacier", "Guitar", "Harbour", "Harp", "Hedgehog", "Heron", "Horizon", "Island",
    "Kayak", "Kestrel", "Kite", "Koala", "Lagoon", "Lantern", "Lemur", "Lion", "Lynx", "Maple",
    "Marmot", "Meadow", "Meteor", "Oasis", "Ocean", "Orchard", "Osprey", "Otter", "Pelican",
    "Penguin", "Piano", "Planet", "Puffin", "Reindeer", "Salmon", "Seahorse", "Sparrow",
    "Squirrel", "Starling", "Summit", "Telescope", "Tiger", "Toucan", "Tulip",
    "Valley", "Violin", "Waterfall", "Wave",
)  # fmt: skip

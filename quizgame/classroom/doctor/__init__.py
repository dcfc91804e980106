"""Whether students will reach this machine: addresses, ports, firewalls, and a try."""

"""What is counted: staff, clients, goods, capacities, orders."""

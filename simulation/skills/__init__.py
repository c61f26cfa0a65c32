"""What a learner can do by now, from the quality of their work and never from how often others
said yes. A new skill is a function in judging.py, a line in table.py, and in reading.py its facts.
"""

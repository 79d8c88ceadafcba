"""Shuzhi: interviews a township official and writes the 述职述廉 report from their own words."""

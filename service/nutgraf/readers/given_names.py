"""Common given names, of many languages: the first word of a person's name is often one. Our own list."""

from .name_words import word_set

GIVEN_NAMES = word_set(
    """
    Aaron Abdul Abdullah Abigail Adam Adele Adrian Agnes Ahmad Ahmed Aidan Aisha Akira Alain Alan Albert
    Alberto Alec Alejandro Aleksandr Alena Alessandro Alex Alexander Alexandra Alexei Alexis Alfonso Alfred
    Alfredo Ali Alice Alina Alison Allan Allison Alma Alvaro Amal Amanda Amelia Amina Amir Amy Ana Anastasia
    Anatoly Anders Andre Andrea Andrei Andrej Andrew Andrii Andy Angela Angelina Angelo Angus Anita Anja Ann
    Anna Annabel Anne Annette Annie Anthony Antoine Anton Antonia Antonio Anwar Ariana Ariel Armando Arnold
    Arthur Arturo Asha Ashley Astrid Audrey Augusto Barack Barbara Barry Beatrice Beatriz Bella Ben Benedict
    Benjamin Bernadette Bernard Bernie Bertha Beth Betty Beverly Bill Billy Bjorn Bob Bobby Bogdan Bonnie
    Boris Boyd Brad Bradley Brandon Brenda Brendan Brett Brian Bridget Britney Bruce Bryan Caleb Calvin
    Cameron Camila Camille Carl Carla Carlo Carlos Carmen Carol Caroline Carrie Casey Cassandra Catherine
    Cecilia Celia Charles Charlie Cheryl Chloe Chris Christian Christine Christopher Cindy Claire Clara
    Clarence Claude Claudia Clifford Clive Colin Connie Connor Conrad Constance Corinne Courtney Craig Curtis
    Cynthia Cyril Cyrus Damian Dana Daniel Daniela Danny Daphne Darius Darren Dave David Debbie Deborah Declan
    Denise Dennis Denzel Derek Desmond Devin Diana Diane Diego Dieter Dina Dirk Dmitri Dmitry Dolores Dominic
    Dominique Donald Donna Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dylan Eddie Edgar Edith Edmund
    Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elias Elijah Elizabeth Ella Ellen Elliot Elsa Elvis
    Emil Emilia Emilio Emily Emma Emmanuel Enrique Enzo Eric Erica Erik Erin Ernest Ernesto Esther Ethan
    Eugene Eva Evan Evelyn Evgeny Fabian Faisal Farah Farid Fatima Felipe Felix Fernando Fiodor Fiona Frances
    Francesca Francesco Francis Francisco Francois Frank Franklin Franz Fred Freddie Frederick Fritz Gabriel
    Gabriela Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Gerald Gianni Gilbert Gina Giorgio Giovanni
    Giulia Giuseppe Gloria Gordon Grace Graham Greg Gregory Greta Guido Guillermo Gustav Hakim Hamid Hannah
    Hans Harold Harriet Harrison Harry Harvey Hassan Heather Hector Heidi Heinrich Helen Helena Helmut Henry
    Herbert Herman Hilary Hillary Hiroshi Holly Horst Howard Hugo Hussein Ian Ibrahim Ida Ignacio Igor Ilya
    Imran Ines Ingrid Irene Irina Isaac Isabel Isabella Ismail Ivan Ivana Ivanka Jack Jackie Jacob Jacqueline
    Jacques Jake Jamal James Jamie Jan Jana Jane Janet Janice Jared Jasmine Jason Javier Jean Jeanne Jeff
    Jeffrey Jenna Jennifer Jenny Jeremy Jerome Jerry Jessica Jesus Jill Jim Jimmy Joachim Joan Joanna Joanne
    Joao Jodie Joe Joel Joey Johan Johannes John Jon Jonathan Jorge Jose Josef Joseph Josephine Josh Joshua
    Joyce Juan Juanita Jude Judith Judy Julia Julian Julie Jurgen Justin Kaja Kamal Kamala Karen Karim Karin
    Karl Karol Katarina Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Keir Keith Kelly Kemal Ken
    Kenneth Kerry Kevin Khaled Kim Kirk Kirsten Klaus Kofi Konrad Kristen Kristin Kristina Kurt Kyle Lana
    Larry Lars Laura Lauren Laurence Lawrence Leah Lee Leila Lena Leo Leon Leonard Leonardo Leonid Leslie
    Lewis Liam Lidia Lillian Lily Linda Lindsay Lionel Lisa Liz Lloyd Lorenzo Lorraine Louis Louise Luca Lucas
    Lucia Lucy Luis Luisa Luka Lukas Luke Lydia Lynn Madeleine Maggie Magnus Mahmoud Malcolm Malik Manuel Marc
    Marcel Marcelo Marcin Marco Marcus Margaret Maria Mariam Marianne Marie Marilyn Marina Mario Marion
    Marjorie Mark Markus Marta Martha Martin Marty Marvin Mary Massimo Mateo Mathias Matt Matteo Matthew
    Matthias Maureen Maurice Mauricio Max Maxim Maxime Maya Megan Mehmet Melanie Melissa Meredith Mia Michael
    Michel Michelle Mick Miguel Mike Mikhail Milo Milos Mina Miranda Mitch Mohamad Mohamed Mohammad Mohammed
    Monica Moses Muhammad Murray Mustafa Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathan Ned Neil
    Nicholas Nick Nicola Nicole Niels Nigel Nikolai Nils Nina Noah Noam Noel Nora Norman Octavio Olaf Oleg
    Olena Olga Oliver Olivia Olivier Omar Omer Oscar Oskar Otto Owen Pablo Pam Pamela Pascal Patricia Patrick
    Patty Paul Paula Pauline Pavel Pedro Peggy Penny Pete Peter Petr Petra Phil Philip Philippe Phillip
    Phyllis Pia Pierre Pietro Polly Priya Quentin Quinn Rachel Rafael Rafiq Raj Ralph Ramon Randall Randy
    Rania Rashid Raul Raymond Rebecca Rene Renee Reza Rhys Ricardo Richard Richie Rick Rita Robert Roberta
    Roberto Robin Rodrigo Roger Rolf Roman Ron Ronald Rory Rosa Rose Roy Rudolf Rudy Rupert Russell Ruth Ryan
    Sabrina Sally Salma Salman Salvatore Sam Samantha Samuel Sandra Sara Sarah Sasha Saul Scott Sean Sebastian
    Selena Serena Sergei Sergey Sergio Seth Shane Shannon Sharon Sheila Shelley Sherry Shirley Sidney Silvia
    Silvio Simon Simone Slavko Sofia Sonia Sophia Sophie Stacey Stan Stanley Stefan Stelios Stella Stephanie
    Stephen Steve Steven Stuart Suella Susan Suzanne Sven Svetlana Sylvia Tamara Tanya Tara Tariq Tatiana
    Tatyana Taylor Ted Terence Teresa Terry Thea Theo Theodore Theresa Thierry Thomas Tim Timothy Tina Tobias
    Todd Tom Tomas Tommy Toni Tony Tracy Tristan Tyler Ulrich Umberto Ursula Valentina Valerie Vanessa Vera
    Vernon Veronica Vicki Victor Victoria Viktor Vince Vincent Vinod Vitaly Vivian Vlad Vladimir Volodymyr
    Wade Waleed Wallace Walt Walter Wanda Warren Wayne Wei Wendell Wendy Wilhelm William Wilma Winston
    Wolfgang Xavier Yan Yana Yasmin Yasser Yulia Yuri Yusef Yusuf Yves Yvonne Zach Zachary Zara Zeynep Zoe
    Zoltan
    """
)

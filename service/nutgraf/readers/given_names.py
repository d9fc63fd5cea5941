"""Common given names, of many languages: the first word of a person's name is often one. Our own lists."""

from .name_words import word_set

WOMEN = word_set(
    """
    Abby Abigail Ada Adele Adriana Agatha Agnes Aisha Aleksandra Alena Alexa Alexandra Alice Alicia Alina
    Alison Allison Alma Amanda Amelia Amina Amira Amy Ana Anastasia Anastasiya Angela Angelina Angelique
    Anita Anja Ann Anna Annabel Anne Annette Annie Antonia Ariana Asha Astrid Audrey Ayesha Barbara
    Beatrice Beatriz Becky Bella Bernadette Bertha Beth Betty Blanca Bonnie Brenda Bridget Brigitte
    Britney Camila Camille Carla Carly Carmen Carolina Caroline Carrie Cassandra Catherine Cecilia Celeste
    Celia Charlene Charlotte Cheryl Chloe Christina Christine Cindy Claire Clara Claudia Connie Constance
    Corinne Cynthia Daniela Danielle Daphne Debbie Deborah Deirdre Denise Diana Diane Dina Dolores Donna
    Doris Dorothy Edith Edna Eileen Ekaterina Elaine Eleanor Elena Elisa Elizabeth Ella Ellen Elsa Elsie
    Emilia Emilie Emily Emma Erica Erin Estelle Esther Eugenia Eva Eve Farah Fatima Fatma Felicity Fiona
    Frances Francesca Freya Gabriela Gemma Genevieve Georgia Geraldine Gertrude Gillian Gina Giulia Gloria
    Grace Greta Gwen Hanna Hannah Harriet Hazel Heather Heidi Helen Helena Hillary Holly Ida Ilse Imogen
    Ines Ingeborg Ingrid Irene Irina Iris Isabel Isabella Ivana Ivanka Jacqueline Jana Jane Janet Janice
    Jasmin Jasmine Jeanne Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodie Josefina Josephine
    Juanita Judith Judy Julia Julie Kamala Karen Karin Karla Katarina Kate Katherine Kathleen Kathryn
    Kathy Katie Katrina Kayla Kiera Kirsten Kristen Kristin Kristina Ksenia Lana Lara Larisa Laura Lauren
    Leah Leila Lena Lidia Lillian Lily Linda Lisa Liz Lorna Lorraine Louise Lucia Lucille Lucy Ludmila
    Luisa Lydia Lyudmila Mabel Madeleine Maeve Magda Magdalena Maggie Manuela Margaret Margarita Margot
    Maria Mariam Mariana Marianne Marie Marilyn Marina Mariya Marjorie Marlene Marta Martha Mary Mathilde
    Matilda Maureen Maya Megan Melanie Melissa Meredith Mia Michelle Mildred Mina Miranda Miriam Molly
    Monica Muriel Myra Nadezhda Nadia Nadine Nancy Naomi Natalia Natalie Natasha Niamh Nicole Nina Noemi
    Nora Oksana Olena Olga Olivia Orla Paloma Pam Pamela Patricia Patty Paula Pauline Peggy Penny Petra
    Philippa Phyllis Pia Pilar Pippa Polly Priya Rachel Rania Rebecca Regina Renee Rhiannon Rita Roberta
    Rosa Rose Rosemary Roxanne Ruth Sabrina Sally Salma Samantha Sandra Saoirse Sara Sarah Selena Serena
    Sharon Sheila Shelley Sherry Shirley Silvia Sinead Siobhan Sofia Sonia Sophia Sophie Stella Stephanie
    Suella Susan Suzanne Svetlana Sylvia Tabitha Tamara Tania Tanya Tara Tatiana Tatyana Teresa Tess Tessa
    Thea Thelma Theresa Tina Tricia Trudy Ursula Valentina Valerie Vanessa Velma Vera Veronica Vicki
    Victoria Viola Violet Vivienne Wanda Wendy Wilma Winifred Xenia Yana Yasmin Yekaterina Yelena Yulia
    Yvette Yvonne Zahra Zainab Zara Zeynep Zoe Zuzana
    """
)
"""Names that women bear."""

MEN = word_set(
    """
    Aaron Abdel Abdul Abdullah Abel Adam Adrian Ahmad Ahmed Aidan Akira Alain Alan Alastair Albert Alberto
    Aldo Alec Alejandro Aleksandr Alessandro Alexander Alexei Alfonso Alfred Alfredo Ali Alistair Allan
    Alvaro Amir Anatoly Anders Andre Andreas Andrei Andrej Andres Andrew Andrii Angelo Angus Anthony
    Antoine Anton Antonio Anwar Archie Armand Armando Arnold Arthur Arturo Ashok Asif Augusto Axel
    Baptiste Barack Barry Bart Bashar Ben Benedict Benjamin Bernard Bert Bilal Bill Bjorn Bob Bogdan Boris
    Boyd Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bryan Caleb Calvin Carl Carlo Carlos Cedric
    Cesar Charles Christian Christopher Chuck Clarence Clifford Clint Clive Clyde Cody Colin Conrad
    Cornelius Craig Cristian Curtis Cyril Cyrus Damian Damien Daniel Daniil Danny Darius Darren Dave David
    Davide Declan Denis Dennis Denzel Derek Desmond Devin Didier Diego Dieter Dimitri Dirk Dmitri Dmitry
    Dominic Donald Doug Douglas Duncan Dustin Dwayne Dylan Eddie Edgar Edmund Edouard Eduardo Edward Edwin
    Eli Elias Elijah Elliot Elvis Emil Emile Emilio Emmanuel Emre Enrique Enzo Eric Erich Erik Ernest
    Ernesto Ernst Ethan Eugene Evan Evgeny Ewan Fabian Faisal Farid Farouk Felipe Felix Fergus Fernando
    Filip Fiodor Florian Francesco Francis Francisco Francois Frank Franklin Franz Fred Freddie Frederick
    Fritz Gabriel Gareth Garry Gary Gavin Geoff Geoffrey Georg George Georges Georgi Gerald Gerard Gerhard
    Gianni Gilbert Giles Giorgio Giovanni Giuseppe Glen Glenn Goran Gordon Graham Greg Gregory Grigory
    Guido Guillermo Gunter Gustav Gustavo Hakan Hakim Hamid Hamish Hank Hans Harald Harold Harrison Harry
    Harvey Hassan Hector Heinrich Helmut Henri Henrik Henry Herbert Herman Hernan Hiroshi Horst Howard
    Hubert Hugo Humberto Humphrey Hussein Ian Ibrahim Ignacio Igor Ilya Imran Isaac Ismail Ivan Jack Jacob
    Jacques Jake Jakob Jamal James Janos Jared Jaroslav Jason Jasper Javier Jeff Jeffrey Jens Jeremy
    Jermaine Jerome Jerry Jesus Jim Jimmy Jiri Joachim Joao Joe Joel Joey Johan Johannes John Jon Jonas
    Jonathan Jorge Jose Josef Joseph Josh Joshua Josip Jozef Juan Julian Julio Julius Jurgen Justin Kamal
    Kareem Karim Karl Kasper Keir Keith Kemal Ken Kenji Kenneth Kevin Khaled Kieran Kirill Kirk Klaus Kofi
    Konrad Kostas Kurt Kyle Lance Larry Lars Laszlo Lawrence Leif Lennart Leo Leon Leonard Leonardo Leonid
    Leopold Leroy Lewis Liam Linus Lionel Lloyd Lorenzo Louis Lucas Luciano Ludwig Luigi Luis Luka Lukas
    Luke Magnus Mahmoud Maksim Malcolm Malik Manfred Manuel Marc Marcel Marcelo Marcin Marco Marcus Marek
    Mario Mark Markus Martin Marty Marvin Massimo Mateo Mathias Mathieu Matt Matteo Matthew Matthias
    Maurice Mauricio Maxim Maximilian Mehdi Mehmet Melvin Micah Michael Mick Miguel Mike Mikhail Miles
    Milo Milos Miroslav Mitch Mohamad Mohamed Mohammad Mohammed Mohsen Mordechai Morris Morten Moses
    Muhammad Murray Mustafa Najib Nasser Nathan Nathaniel Ned Neil Nicholas Nick Nicolas Niels Nigel
    Nikola Nikolai Nikos Nils Noah Noam Norman Octavio Olaf Oleg Oliver Olivier Omar Omer Osama Oscar
    Oskar Osman Otis Otto Owen Pablo Paolo Pascal Patrick Paul Pavel Pedro Percy Pete Peter Petr Phil
    Philip Philippe Phillip Pierre Pietro Pyotr Quentin Radek Rafael Rafiq Rahul Raj Rajesh Ralph Ramon
    Ramzan Randall Randy Raoul Rashid Raul Ravi Raymond Reggie Reginald Reinhard Reza Rhys Ricardo Richard
    Richie Rick Rob Robert Roberto Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie
    Roy Ruben Rudolf Rudy Rufus Rupert Ruslan Russell Ryan Salman Salvatore Samuel Sandeep Sanjay Saul
    Scott Sean Sebastian Sebastien Selim Semyon Sergei Sergey Sergio Seth Shaun Shinzo Sigmund Silas
    Silvio Simon Slavko Slobodan Stan Stanley Stefan Stefano Stelios Stephen Steve Steven Stuart Sunil
    Suresh Sven Tadeusz Tarek Tariq Ted Teddy Terence Thabo Theo Theodore Thierry Thomas Tim Timothy
    Tobias Toby Todd Tom Tomas Tomasz Tommy Tony Torsten Trevor Tristan Troy Tyler Ulrich Umberto Vaclav
    Vadim Valentin Valery Vasily Vasyl Vernon Vicente Victor Vijay Viktor Vince Vincent Vincenzo Vinod
    Vitaly Vito Vlad Vladimir Volodymyr Wade Waleed Wallace Walt Walter Warren Wayne Wendell Wilfred
    Wilhelm Willem William Winston Wojciech Wolfgang Wouter Xavier Yair Yannick Yasser Yegor Yevgeny
    Yitzhak Yosef Youssef Yuri Yusef Yusuf Yves Zach Zachary Zbigniew Ziad Zoltan
    """
)
"""Names that men bear."""

EITHER = word_set(
    """
    Alex Alexis Amal Andie Andrea Andy Ariel Ashley Bernie Beverly Billy Bobby Cameron Carol Casey Charlie
    Chris Claude Connor Courtney Dana Dominique Ellis Evelyn Frankie Hilary Jackie Jamie Jan Jean Jody
    Joyce Jude Kaja Karol Kay Kelly Kerry Kim Laurence Lee Leslie Lindsay Luca Lynn Marion Max Maxime
    Michel Mickey Nicola Nikita Noel Pat Quinn Rene Robbie Robin Rory Sam Sandy Sasha Shane Shannon Sidney
    Simone Stacey Taylor Terry Toni Tracy Vivian Wei Yan Yuki
    """
)
"""Names that both bear."""

GIVEN_NAMES = WOMEN | MEN | EITHER
